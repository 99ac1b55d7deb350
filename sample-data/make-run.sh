#!/bin/sh
# Makes sample-data/run anew: the trained DIN behind "See an explanation" on a first start. Run it in the project's folder after mvn package, whenever
# SampleRunTest says that the bundled run is out of date. Takes five minutes: beside it, its fidelity is measured with controls that are trained.
# It reads no tables of what others did, which are several times as large as the rest.
set -e
made=$(mktemp -d)
lens="${LENS:-java -jar target/interest-lens.jar}"
$lens prepare sample-data --out "$made/sample-data"
$lens train --data "$made/sample-data" --model din --preset balanced --seed 7 --threads 1 --set training.checkpointSeconds=5 \
    --set model.neighbours.kind=none --set model.neighbours.trend=false --run "$made/din-bundled"
$lens fidelity --run "$made/din-bundled" --retrain --out "$made/din-bundled/fidelity.json"
mkdir -p sample-data/run
sed 's|"dataset" : "[^"]*"|"dataset" : "sample-data"|' "$made/din-bundled/run.json" > sample-data/run/run.json
cp "$made/din-bundled/journal.log" "$made/din-bundled/checkpoints/best.safetensors" "$made/din-bundled/fidelity.json" "$made/din-bundled/attention.json" sample-data/run/
rm -r "$made"
