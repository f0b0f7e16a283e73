#!/usr/bin/env bash
# Plays the main job: main_job.sh [--tell] BINARIES
set -euo pipefail
exec python3 -B "$(dirname "$0")/main_job.py" "$@"
