"""The build of the tables: facts from GeoNames and the tz database, names kept by hand."""
