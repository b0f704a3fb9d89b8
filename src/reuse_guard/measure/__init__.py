"""Measuring what a rule asks for: amounts, changes, credits, markers, the page, links in place."""
