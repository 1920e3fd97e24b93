/// A name of SECO: parts with a spelling each, and variants of the parts in other languages and scripts.
struct SECOName {
  struct Spelling {
    let full: String?
    let surname: String?
    let given: String?
    /// With the maiden name in the place of the surname.
    let maiden: String?
    let isVariant: Bool
    var isLatin: Bool { full.flatMap { Script.of($0) } == "Latn" }
  }

  private struct Part {
    let type: String
    let value: String
    /// By language and script as stated, which need not be true.
    let variants: [(key: String, value: String)]
  }

  /// As published, then one spelling per variant.
  private(set) var spellings: [Spelling] = []

  private static let given = [
    "given-name", "further-given-name", "father-name", "grand-father-name",
  ]
  private static let surname = ["family-name", "tribal-name"]
  private static let other = ["whole-name", "other"]
  private static let behind = ["suffix", "maiden-name"]

  init(_ element: ListElement, _ findings: inout ListFindings) {
    var parts: [Part] = []
    let elements = Array(element.all("name-part")).enumerated().sorted {
      let orders = [$0.element, $1.element].map {
        $0.attribute("order").flatMap { Int($0) } ?? .max
      }
      return (orders[0], $0.offset) < (orders[1], $1.offset)
    }.map(\.element)
    for part in elements {
      guard let value = part.value("value") else { continue }
      let type = part.attribute("name-part-type")?.lowercased() ?? ""
      if type == "title" { continue }
      if !(SECOName.given + SECOName.surname + SECOName.other + SECOName.behind).contains(type) {
        findings.hold("part(s) of names of an unknown type", at: "line \(part.line)")
      }
      let variants = part.all("spelling-variant").compactMap { variant in
        variant.value.map { value in
          let names = ["lang", "script"].map { variant.attribute($0)?.uppercased() ?? "" }
          return (key: names.joined(separator: " "), value: value)
        }
      }
      parts.append(Part(type: type, value: value, variants: variants))
    }
    spellings.append(SECOName.spelling(parts.map { ($0.type, $0.value) }, isVariant: false))
    for key in SECOName.keys(parts) { addVariants(of: parts, key) }
  }

  /// Languages and scripts in the order in which they come.
  private static func keys(_ parts: [Part]) -> [String] {
    var keys: [String] = []
    for part in parts {
      for variant in part.variants where !keys.contains(variant.key) { keys.append(variant.key) }
    }
    return keys
  }

  /// The first variants of all parts make the first spelling, the second ones the next; a part with fewer gives
  /// its last one, a part without any its value.
  private mutating func addVariants(of parts: [Part], _ key: String) {
    let variants = parts.map { part in part.variants.filter { $0.key == key }.map(\.value) }
    for index in 0..<(variants.map(\.count).max() ?? 0) {
      let values = zip(parts, variants).map { part, variants in
        (part.type, variants.isEmpty ? part.value : variants[min(index, variants.count - 1)])
      }
      spellings.append(SECOName.spelling(values, isVariant: true))
    }
  }

  private static func spelling(
    _ parts: [(type: String, value: String)], isVariant: Bool
  ) -> Spelling {
    func joined(_ types: [String]) -> String? {
      let values = types.flatMap { type in parts.filter { $0.type == type }.map(\.value) }
      return values.isEmpty ? nil : values.joined(separator: " ")
    }
    let full = joined(given + surname + other + ["suffix"])
    let givenNames = joined(given)
    return Spelling(
      full: full, surname: joined(surname), given: givenNames,
      maiden: joined(["maiden-name"]).map { maiden in
        givenNames.map { "\($0) \(maiden)" } ?? maiden
      }, isVariant: isVariant)
  }
}
