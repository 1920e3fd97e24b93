internal import Bytes
internal import Feeds
public import Records

/// Reads feeds without screening them: `pnrscreen parse`.
public enum FeedReading {
  /// Reads the inputs one after the other.
  /// - Parameters:
  ///   - today: the day to which dates without a year lie nearest.
  ///   - lines: gets passengers as JSON Lines, in pieces.
  ///   - finding: gets each finding with the path of its input, as given.
  /// - Returns: whether every finding was a mere decision.
  /// - Throws: ``RunError/input(path:reason:)``.
  public static func run(
    _ paths: [String], limits: Limits = .standard, today: PartialDate? = nil,
    lines: ([UInt8]) -> Void,
    finding: (String, Diagnostic) -> Void
  ) throws(RunError) -> Bool {
    let context = FeedContext(limits: limits, today: today)
    var batch = PassengerBatch()
    var json = JSONWriter()
    var isClean = true
    func report(_ path: String, _ diagnostic: Diagnostic) {
      if !diagnostic.code.isDecision { isClean = false }
      finding(path, diagnostic)
    }
    for input in try InputFiles.expand(paths) {
      if let reason = input.reasonNotRead {
        report(input.path, reason)
        continue
      }
      var feed = try OpenFeed(input, context)
      while try feed.nextBatch(into: &batch) {
        json.removeAll()
        let member = feed.member.isEmpty ? "" : "/\(feed.member)"
        for index in batch.passengers.indices {
          PassengerJSON.write(index, of: batch, file: input.baseName + member, to: &json)
        }
        lines(json.bytes)
        for diagnostic in batch.diagnostics { report(input.path + member, diagnostic) }
      }
    }
    return isClean
  }
}
