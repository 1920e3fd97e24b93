import BenchmarkSupport
import Feeds
import Records
import Watchlists

/// A list and the passengers that are compared with it, parsed before anything is measured.
struct Workload {
  var list: Watchlist
  var passengers = PassengerBatch()
  /// By number of the passenger.
  var truth: [Int: (entry: String, distortion: String)] = [:]

  /// - Parameters: `list` is `persons-csv`, `passengers` is `passengers-csv`; `truth` has the columns
  ///   `reference,entry,class`.
  init(list text: [UInt8], passengers feed: [UInt8], truth: [UInt8]) {
    var limits = Limits.standard
    limits.listBytes = max(limits.listBytes, text.count)
    do {
      let contents = try PersonsCSV().read(
        [WatchlistSource(path: "list.csv", bytes: text)], limits: limits)
      list = Watchlist(
        id: "benchmark", format: "persons-csv", sha256: "", published: nil,
        entries: contents.entries, warnings: [])
    } catch { fail("the list cannot be read: \(error)") }
    var parser = FeedSniffer.makeParser(for: Array(feed.prefix(FeedSniffer.headBytes)))
    parser?.consume(feed.span, into: &passengers)
    parser?.finish(into: &passengers)
    if passengers.passengers.isEmpty { fail("no passengers") }
    var numbers: [String: Int] = [:]
    for number in passengers.passengers.indices {
      numbers[passengers.text(passengers.passengers[number].passengerReference)] = number
    }
    for line in String(decoding: truth, as: UTF8.self).split(whereSeparator: \.isNewline)
      .dropFirst()
    {
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count == 3, let number = numbers[fields[0]] else { fail("bad truth: \(line)") }
      self.truth[number] = (fields[1], fields[2])
    }
  }

  init(_ set: NameSet) {
    self.init(
      list: Array(set.list.utf8), passengers: Array(set.passengers.utf8),
      truth: Array(set.truthText.utf8))
  }
}
