"""Evaluations: how right the product is, on data that is not shipped with it."""
