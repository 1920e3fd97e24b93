internal import HitFiles
internal import Matching
internal import Records

/// Compares travellers with the lists: what a thread of a run does with them.
final class TravellerScreening: TravellerTask {
  private var matcher: Matcher
  private var matches: [Match] = []
  private let files: [String]
  private let changes: ListChanges?

  /// - Parameters:
  ///   - files: the names of the inputs, by which hits say where they come from.
  ///   - changes: of which entries alone there are hits; nil for all.
  init(_ matcher: consuming Matcher, files: [String], changes: ListChanges?) {
    self.matcher = matcher
    self.files = files
    self.changes = changes
  }

  func take(_ travellers: PassengerBatch, into result: inout LegResult) {
    matches.removeAll(keepingCapacity: true)
    matcher.screen(travellers, into: &matches)
    result.notes = matcher.takeNotes()
    for saturated in matcher.saturated { report(saturated, travellers, &result) }
    for match in matches where changes?.isChanged(list: match.list, entry: match.entry) ?? true {
      let message = travellers.messages[Int(travellers.passengers[match.passenger].message)]
      result.hits.append(
        Hit(
          match, of: travellers, on: matcher.index.lists[match.list],
          file: files[Int(message.file)]))
    }
  }

  private func report(
    _ saturated: SaturatedPassenger, _ travellers: PassengerBatch, _ result: inout LegResult
  ) {
    let person = travellers.passengers[saturated.passenger]
    let message = travellers.messages[Int(person.message)]
    result.findings.append(
      (
        Int(message.file),
        Diagnostic(
          .tooLarge, at: person.offset,
          "a traveller matches \(saturated.matches) list entries, the best "
            + "\(saturated.reported) are written as hits",
          messageReference: message.reference, salvaged: 1)
      ))
  }
}
