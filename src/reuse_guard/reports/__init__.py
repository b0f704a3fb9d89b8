"""Reports render a verdict as text; they judge nothing and write nothing."""
