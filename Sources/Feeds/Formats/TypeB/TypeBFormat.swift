import Bytes
import Records

/// The lists that reservation and departure control send each other: PNL, ADL, PRL, PFS, ETL, PTM, PSM,
/// ASL, FTL, PIL.
struct TypeBFormat: FeedFormat {
  let descriptor = FormatDescriptor(
    id: "type-b",
    title: "Passenger lists of Type B (PNL, ADL, PRL, PFS, ETL, PTM, PSM, ASL, FTL, PIL)",
    specification: "IATA Recommended Practices 1707, 1708, 1715, 1718, 1719",
    sampleFolder: "samples/type-b")

  func recognises(_ head: [UInt8]) -> Bool {
    ListSearch.run(head.span, from: 0, isLineStart: true, atEnd: true) != .nothing
  }

  func makeParser(_ context: FeedContext) -> any FeedParser {
    JoinedFeedParser(context, beginsWith: .lists)
  }
}
