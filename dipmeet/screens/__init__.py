"""What people see: tables and cards."""
