// Bytes to records, measured on one core against the barest pass over the same bytes.
// usage: feeds-benchmark [--megabytes N] [--rounds N] [--only TEXT] [--write CASE FILE] [--report FILE]
// or: feeds-benchmark --parse FILE...

import BenchmarkSupport
import Glibc

let options = Options(CommandLine.arguments.dropFirst())
let bytes = options.megabytes << 20
if !options.parsed.isEmpty {
  Dump.run(options.parsed)
  exit(0)
}
if let write = options.write {
  guard let found = Case.all.first(where: { $0.name == write.name }) else {
    fail("no case \(write.name); there are \(Case.all.map(\.name).joined(separator: ", "))")
  }
  writeFile(write.path, found.make(bytes).bytes)
  exit(0)
}

var table = Table(megabytes: options.megabytes, rounds: options.rounds)
var isRight = true
for item in Case.all where options.only.isEmpty || item.name.contains(options.only) {
  let sample = item.make(bytes)
  let baseline = Measurement.median(options.rounds) { item.baseline.run(sample.bytes) }
  let first = Reading.run(sample.bytes, checks: true)
  var isSame = first.persons == sample.persons && first.checksum == sample.checksum
  let parser = Measurement.median(options.rounds) {
    let again = Reading.run(sample.bytes, checks: false)
    if again.persons != sample.persons || again.births != first.births { isSame = false }
    return again.persons
  }
  table.add(item, sample, baseline: baseline, parser: parser)
  if !isSame {
    print(
      "\(item.name): WRONG: \(first.persons) persons for \(sample.persons),"
        + " checksum \(first.checksum) for \(sample.checksum)")
    isRight = false
  }
}
print(table.text)
if let report = options.report { writeFile(report, Array(table.report.utf8)) }
exit(isRight ? 0 : 1)
