"""What only the leaflet needs: PDF tags, and values read from the finished file."""
