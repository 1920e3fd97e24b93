/// What a reader noticed in a list: counted sentences, without personal data.
struct ListFindings {
  private var warnings: [String: Int] = [:]
  private var holds: [String: (count: Int, place: String?)] = [:]

  /// Something was left out or is odd; the list can be used.
  /// - Parameter what: read behind a number, such as `date(s) of birth without a year are left out`.
  mutating func warn(_ what: String, count: Int = 1) { warnings[what, default: 0] += count }

  /// A person must decide before the list is used.
  /// - Parameters:
  ///   - what: read behind a number, such as `alias(es) of a record that is not there`.
  ///   - place: where the first one is: `line 12`.
  mutating func hold(_ what: String, at place: String? = nil) {
    holds[what, default: (0, place)].count += 1
  }

  /// A table of the publisher lacks something without which it can be read, and says less.
  static func missingColumn(_ title: String) -> String {
    "column \"\(title)\" is missing; fetch the list again"
  }

  func warningSentences() -> [String] {
    warnings.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
  }

  func holdSentences() -> [String] {
    holds.sorted { $0.key < $1.key }.map { what, found in
      "\(found.count) \(what)" + (found.place.map { ", the first in \($0)" } ?? "")
    }
  }
}
