#!/bin/sh
# For a double click on macOS: the window of Interest Lens.
exec "$(dirname "$0")/interest-lens"
