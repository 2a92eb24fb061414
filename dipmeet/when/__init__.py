"""Times and zones: conversion, what people type, skipped and repeated hours."""
