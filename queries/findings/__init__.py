"""Findings: rules, settings, running them, and keeping what they find."""
