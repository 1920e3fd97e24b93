import Bytes
import Records
import Watchlists

/// What must hold for every file of a watch list, however broken it is, in every format that its beginning may be of.
struct ListProperties {
  let input: [UInt8]
  /// Another number cuts the input elsewhere.
  var variant: UInt64 = 0

  /// What a reader makes of a file.
  private enum Reading: Equatable {
    /// What is wrong first in ill-formed XML, and in which line, libxml2 tells by its blocks.
    case refused
    case list([ListedPerson], DocumentCounts?, warnings: [String], reasons: [String])

    /// The records of a list that may be used as it is.
    var accepted: Records? {
      if case .list(let persons, let documents, _, []) = self {
        Records(persons: persons, documents: documents)
      } else {
        nil
      }
    }
  }

  private struct Records: Equatable {
    var persons: [ListedPerson]
    var documents: DocumentCounts?
  }

  /// - Returns: the first property that does not hold; nil if all do.
  func violation() -> String? {
    let reached = DoorWatch.reached
    var dice = Dice(variant << 32 | UInt64(input.count) << 8 | UInt64(input.last ?? 0))
    let head = input.prefix(WatchlistFile.headBytes)
    for format in WatchlistRegistry.formats {
      // Spreadsheets are told by their name.
      let name = format.descriptor.id.hasSuffix("ods") ? "list.ods" : "list.xlsx"
      guard format.recognises(head, name: name[...]) else { continue }
      if let violation = violation(of: format, &dice) {
        return "\(format.descriptor.id): \(violation)"
      }
    }
    return DoorWatch.reached == reached ? nil : "a file or an address is opened"
  }

  private func violation(of format: any WatchlistFormat, _ dice: inout Dice) -> String? {
    let whole = read(format, input, blockBytes: .max)
    if let violation = ListProperties.violation(whole) { return violation }
    let blockBytes = 1 + Int(dice.next() % 300)
    if read(format, input, blockBytes: blockBytes) != whole {
      return "blocks of \(blockBytes) bytes give another result"
    }
    // A beginning that may be used must hold everybody. At the end of a line nothing shows in formats that are lines.
    guard let records = whole.accepted, input.count > 1 else { return nil }
    let end = 1 + Int(dice.next() % UInt64(input.count - 1))
    guard input[end - 1] != 0x0A, input[end - 1] != 0x0D, input[end - 1] != 0x1A,
      let cut = read(format, Array(input[..<end]), blockBytes: .max).accepted
    else { return nil }
    return cut == records ? nil : "cut at \(end), it is accepted with other records"
  }

  private func read(
    _ format: any WatchlistFormat, _ bytes: [UInt8], blockBytes: Int
  ) -> Reading {
    let sources = files(bytes, atLeast: format.fileCount.lowerBound).prefix(
      format.fileCount.upperBound
    ).map { WatchlistSource(path: "list", bytes: $0, blockBytes: blockBytes) }
    do throws(WatchlistError) {
      let list = try WatchlistFile.read(format: format.descriptor.id, sources: sources)
      // The line of the first one is the one that libxml2 has reached.
      let reasons = WatchlistCheck(of: list).reasons.map { reason in
        String(reason[..<(reason.firstRange(of: ", the first in")?.lowerBound ?? reason.endIndex)])
      }
      return .list(list.entries, list.documentCounts, warnings: list.warnings, reasons: reasons)
    } catch {
      return .refused
    }
  }

  /// The files of a set stand behind each other, each ended by 0x1A as OFAC's are.
  private func files(_ bytes: [UInt8], atLeast count: Int) -> [[UInt8]] {
    guard count > 1 else { return [bytes] }
    var files: [[UInt8]] = [[]]
    for byte in bytes {
      files[files.count - 1].append(byte)
      if byte == 0x1A { files.append([]) }
    }
    if files.last?.isEmpty == true { files.removeLast() }
    while files.count < count { files.append([0x1A]) }
    return files
  }

  private static func violation(_ reading: Reading) -> String? {
    guard case .list(let persons, let documents, _, let reasons) = reading else { return nil }
    if persons.isEmpty, documents?.records ?? 0 == 0 { return "a list of nobody is read" }
    for person in persons {
      if person.entry.isEmpty { return "a record has no id" }
      if person.kind.isScreened, person.names.isEmpty, reasons.isEmpty {
        return "a person without a name is accepted"
      }
      for name in person.names where name.full.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        return "a name holds a control character"
      }
    }
    return nil
  }
}
