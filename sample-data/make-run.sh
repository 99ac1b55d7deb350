#!/bin/sh
# Makes sample-data/run anew: the small trained DIN behind "See an explanation" on a first start. Run it in the project's folder after mvn package,
# whenever SampleRunTest says that the bundled run is out of date. Takes two minutes: beside it, its fidelity is measured with controls that are trained.
set -e
made=$(mktemp -d)
lens="java -jar target/interest-lens.jar"
$lens prepare sample-data --out "$made/sample-data"
# Its own configuration, and what a run was before there were the switches that it does not name.
sed -n '/^  "config" : {/,/^  }/p' sample-data/run/run.json | sed '1s/.*/{/; $s/}.*/}/' > "$made/config.json"
$lens train --data "$made/sample-data" --config "$made/config.json" --run "$made/din-bundled" --set data.protocol.seed=-1 \
  --set model.head.products=none --set training.objective=bce --set training.itemEmbeddingsFrom=
$lens fidelity --run "$made/din-bundled" --retrain --out "$made/din-bundled/fidelity.json"
mkdir -p sample-data/run
sed 's|"dataset" : "[^"]*"|"dataset" : "sample-data"|' "$made/din-bundled/run.json" > sample-data/run/run.json
cp "$made/din-bundled/journal.log" "$made/din-bundled/checkpoints/best.safetensors" "$made/din-bundled/fidelity.json" "$made/din-bundled/attention.json" sample-data/run/
rm -r "$made"
