/// One line of the table: what is generated and what its reading is compared with.
struct Case: Sendable {
  let name: String
  let baseline: Baseline
  /// Gives a feed of about so many bytes.
  let make: @Sendable (Int) -> Sample

  static let all = [
    Case(name: "pnrgov-dense", baseline: .memchr(0x27)) { PNRGOVGenerator.make($0, isDense: true) },
    Case(name: "pnrgov-realistic", baseline: .memchr(0x27)) {
      PNRGOVGenerator.make($0, isDense: false)
    },
    Case(name: "paxlst-dense", baseline: .memchr(0x27)) { PAXLSTGenerator.make($0, isDense: true) },
    Case(name: "paxlst-realistic", baseline: .memchr(0x27)) {
      PAXLSTGenerator.make($0, isDense: false)
    },
    Case(name: "pnrgov-xml", baseline: .xmlReader) { PNRGOVXMLGenerator.make($0) },
    Case(name: "type-b-pnl", baseline: .memchr(0x0A)) { PNLGenerator.make($0) },
  ]
}
