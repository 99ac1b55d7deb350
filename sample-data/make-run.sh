#!/bin/sh
# Makes sample-data/run anew: the small trained DIN behind "See an explanation" on a first start. Run it in the project's folder after mvn package,
# whenever SampleRunTest says that the bundled run is out of date. Takes about a minute.
set -e
made=$(mktemp -d)
lens="java -jar target/interest-lens.jar"
$lens prepare sample-data --out "$made/shop"
$lens train --data "$made/shop" --model din --preset quick --run "$made/run" --set training.epochs=8 --set training.learningRate=0.003
mkdir -p sample-data/run
sed 's|"dataset" : "[^"]*"|"dataset" : "sample-data"|' "$made/run/run.json" > sample-data/run/run.json
cp "$made/run/journal.log" "$made/run/checkpoints/best.safetensors" sample-data/run/
rm -r "$made"
