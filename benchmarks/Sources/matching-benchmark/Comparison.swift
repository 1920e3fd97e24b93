import BenchmarkSupport
import Matching
import Records
import Watchlists

/// What `benchmarks/peers` reads, to set this matcher beside others.
struct Comparison {
  let measured: Measured
  let workload: Workload

  /// `reference,entry,score`, the score in millionths.
  var hits: [UInt8] {
    let batch = workload.passengers
    return measured.matches.reduce(into: Array("reference,entry,score\n".utf8)) { bytes, match in
      let reference = batch.text(batch.passengers[match.passenger].passengerReference)
      let entry = workload.list.entries[match.entry].entry
      bytes += Array("\(reference),\(entry),\(match.explanation.scoreMillionths)\n".utf8)
    }
  }

  /// One JSON object.
  var figures: String {
    let recall = measured.recall.map { "\"\($0.budget)\": \($0.recall)" }.joined(separator: ", ")
    return """
      {"persons": \(measured.persons), "names": \(measured.names), "passengers": \(measured.passengers),
       "hits": \(measured.matches.count), "compile": \(measured.preparation), "peak": \(measured.peak),
       "cold": \(measured.cold), "warm": \(measured.warm), "recall": {\(recall)},
         "faults": \(measured.faults.count)}

      """
  }
}
