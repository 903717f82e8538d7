"""Asking, offering, deploying: how help comes."""
