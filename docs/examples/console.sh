#!/usr/bin/env bash
# Looks into story-updates with kcat: which stories changed, without any schema (values are Avro; the headers are text).
#   console.sh HOST:PORT
set -euo pipefail
kcat -C -q -b "$1" -t story-updates -o beginning -e -X isolation.level=read_committed -f '%k %h\n'
