"""The gate: nothing leaves the house before everything in it was looked through.

The one thing a reader would get wrong: it takes out what it was told and what it can see. Faces,
street views, uniforms and what is said in a recording it cannot see; it asks.
"""
