internal import Bytes
internal import Foundation
internal import HitFiles
public import Matching
public import Names
internal import Records
internal import Watchlists

/// One passenger against one listed person, explained: `pnrscreen compare`.
public struct Comparison: Sendable {
  public let explanation: Explanation
  /// The listed name that fits best.
  public let listedName: String

  /// What cannot be compared; `text` says why, and repeats nothing of the objects.
  public struct InvalidObject: Error, Sendable {
    public let text: String
  }

  /// - Parameters:
  ///   - passenger: the contract's passenger object (a line of `pnrscreen parse`).
  ///   - listed: the contract's listed person (a line of `pnrscreen watchlist show`).
  ///   - frequency: how common names are.
  /// - Throws: ``InvalidObject``.
  public init(
    passenger: [UInt8], listed: [UInt8], frequency: NameFrequency = .shipped
  ) throws(InvalidObject) {
    let person: ComparedPassenger = try Comparison.decode(passenger, named: "--passenger")
    let entry: ComparedListed = try Comparison.decode(listed, named: "--listed")
    let batch = try person.batch()
    let list = try entry.watchlist()
    var matcher = Matcher(index: MatchIndex(lists: [list], frequency: frequency))
    guard let explanation = matcher.explain(0, of: batch, list: 0, entry: 0) else {
      throw InvalidObject(text: "one of the two has no name with letters to compare")
    }
    self.explanation = explanation
    let names = list.entries[0].names
    listedName =
      names.indices.contains(explanation.listedName) ? names[explanation.listedName].full : ""
  }

  /// Band, score and evidence as in a hit, with a line end.
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("band", explanation.band.rawValue)
    json.key("score")
    json.number(Double(explanation.scoreMillionths) / 1_000_000, decimals: 6)
    json.member("listedName", ifPresent: listedName)
    json.key("evidence")
    json.write(explanation.evidence)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func decode<Object: Decodable>(
    _ bytes: [UInt8], named name: String
  ) throws(InvalidObject) -> Object {
    do {
      return try JSONDecoder().decode(Object.self, from: Data(bytes))
    } catch DecodingError.keyNotFound(let key, _) {
      throw InvalidObject(text: "\(name) has no \"\(key.stringValue)\"")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context)
    {
      let key = context.codingPath.last?.stringValue ?? "the object"
      throw InvalidObject(text: "\(name): \"\(key)\" has the wrong type")
    } catch {
      throw InvalidObject(text: "\(name) is no JSON object; give the object itself or @FILE")
    }
  }
}
