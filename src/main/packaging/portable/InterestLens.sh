#!/bin/sh
# For a double click on Linux: the window of Interest Lens.
exec "$(dirname "$0")/interest-lens"
