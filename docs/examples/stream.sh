#!/usr/bin/env bash
# Follows the stream with curl and comes back to its place after every break.
#   stream.sh http://HOST:PORT [QUERY]      QUERY such as reason=CONFLICT_OPENED&minOrigins=2
# The place is kept in the file PLACE (default: .slugline-place); TOKEN is sent if it is set.
set -euo pipefail
url="$1/api/v1/updates/stream?${2:-}"
place=${PLACE:-.slugline-place}

while true; do
  headers=(-H 'Accept: text/event-stream')
  if [[ -s $place ]]; then headers+=(-H "Last-Event-ID: $(< "$place")"); fi
  if [[ -n ${TOKEN:-} ]]; then headers+=(-H "Authorization: Bearer $TOKEN"); fi
  id=''
  event=''
  while IFS= read -r line; do
    case $line in
      'id: '*) id=${line#id: } ;;
      'event: '*) event=${line#event: } ;;
      'data: '*) printf '%s %s\n' "$event" "${line#data: }" ;;
      '') if [[ -n $id ]]; then printf '%s' "$id" > "$place"; fi ;;
    esac
  done < <(curl -sN --fail "${headers[@]}" "$url")
  sleep 2
done
