// Matching alone, on one core: passengers that are parsed already against a list.
// usage: matching-benchmark [--persons N,N…] [--travellers N] [--seed N] [--checked N] [--passes N] [--report FILE]
// or: matching-benchmark --list CSV --passengers CSV [--truth CSV] [--hits CSV] [--figures JSON]
// or: matching-benchmark --persons N --travellers N --write FOLDER

import BenchmarkSupport
import Glibc

let options = Options(CommandLine.arguments.dropFirst())
var results: [Measured] = []
if let list = options.list, let passengers = options.passengers {
  let truth = options.truth.map(readFile) ?? []
  let workload = Workload(list: readFile(list), passengers: readFile(passengers), truth: truth)
  let measured = Measured(workload, checked: options.checked, passes: options.passes)
  results.append(measured)
  let comparison = Comparison(measured: measured, workload: workload)
  if let path = options.hits { writeFile(path, comparison.hits) }
  if let path = options.figures { writeFile(path, Array(comparison.figures.utf8)) }
} else {
  for persons in options.persons {
    let set = NameSet(persons: persons, travellers: options.travellers, seed: options.seed)
    if let folder = options.write {
      writeFile(folder + "/list.csv", Array(set.list.utf8))
      writeFile(folder + "/passengers.csv", Array(set.passengers.utf8))
      writeFile(folder + "/truth.csv", Array(set.truthText.utf8))
      exit(0)
    }
    results.append(Measured(Workload(set), checked: options.checked, passes: options.passes))
  }
}
let report = Report(results)
print(report.text)
if let path = options.report { writeFile(path, Array(report.markdown.utf8)) }
for result in results { for fault in result.faults { print("WRONG: \(fault)") } }
exit(results.allSatisfy(\.faults.isEmpty) ? 0 : 1)
