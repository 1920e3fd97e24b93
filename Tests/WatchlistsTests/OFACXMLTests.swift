import Foundation
import Testing

@testable import Watchlists

/// Samples of OFAC's XML with one thing changed.
@Suite struct OFACXMLTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let format: String
    let old: String
    let new: String
    /// nil for refused.
    let reason: String?
    var testDescription: String { "\(format): \(new)" }

    init(_ format: String, _ old: String, _ new: String, held reason: String? = nil) {
      self.format = format
      self.old = old
      self.new = new
      self.reason = reason
    }
  }

  static let changes = [
    Change("ofac-sdn-xml", "<Record_Count>4", "<Record_Count>5"),
    Change("ofac-sdn-xml", "exports/XML\"", "exports/OTHER\""),
    Change("ofac-sdn-xml", "<uid>90002", "<uid>90001"),
    Change("ofac-sdn-xml", "11/20/2026", "20 November", held: "date of publication"),
    Change(
      "ofac-sdn-xml", "Record_Count>4</Record_Count", "Count>4</Count", held: "declared count"),
    Change("ofac-sdn-xml", "sdnType>Vessel", "sdnType>Boat", held: "record(s) of an unknown type"),
    Change("ofac-sdn-xml", "category>weak", "category>poor", held: "unknown category"),
    Change("ofac-sdn-xml", "<type>f.k.a.", "<type>z.k.a.", held: "alias(es) of an unknown type"),
    Change("ofac-enhanced-xml", "ENHANCED_XML\"", "ENHANCED_XML2\""),
    Change(
      "ofac-enhanced-xml", "</filters>",
      "<sanctionsPrograms><p>X</p></sanctionsPrograms></filters>",
      held: "filter(s)"),
    Change("ofac-enhanced-xml", "2026-11-20T", "soon-T", held: "date of publication"),
    Change("ofac-enhanced-xml", ">Individual<", ">Human<", held: "record(s) of an unknown type"),
    Change("ofac-enhanced-xml", ">F.K.A.<", ">Z.K.A.<", held: "alias(es) of an unknown type"),
    Change("ofac-enhanced-xml", "LowQuality>true", "LowQuality>maybe", held: "unknown quality"),
    Change("ofac-enhanced-xml", ">Maiden Name<", ">Stage Name<", held: "name part(s)"),
    Change("ofac-advanced-xml", "Version=\"3\"", "Version=\"3\" DeltaBaseVersion=\"2\""),
    Change("ofac-advanced-xml", "ADVANCED_XML\"", "DELTA_XML\""),
    Change("ofac-advanced-xml", "Profile ID=\"90002\"", "Profile ID=\"90001\""),
    Change(
      "ofac-advanced-xml", "IdentityID=\"101\" Iss", "IdentityID=\"9\" Iss", held: "document(s)"),
    Change("ofac-advanced-xml", "ProfileID=\"90002\"", "ProfileID=\"9\"", held: "listing(s)"),
    Change("ofac-advanced-xml", "<Location ID=\"1\"", "<Location ID=\"9\"", held: "place(s)"),
    Change(
      "ofac-advanced-xml", "PartySubTypeID=\"3\"", "PartySubTypeID=\"9\"", held: "unknown type"),
    Change(
      "ofac-advanced-xml", "FeatureTypeID=\"224\"", "FeatureTypeID=\"9999\"", held: "feature(s)"),
    Change("ofac-advanced-xml", "<Year>2026", "<Year>x", held: "date of publication"),
  ]

  @Test(arguments: changes) func isNoticed(_ change: Change) throws {
    let sample = try #require(ListSampleTests.samples.first { $0.format == change.format })
    let text = try String(contentsOf: sample.files[0], encoding: .utf8)
    let range = try #require(text.range(of: change.old))
    let source = WatchlistSource(
      path: "x.xml", bytes: Array(text.replacingCharacters(in: range, with: change.new).utf8))
    let list = try? WatchlistFile.read(format: change.format, sources: [source])
    guard let reason = change.reason else {
      #expect(list == nil)
      return
    }
    let check = WatchlistCheck(of: try #require(list))
    #expect(check.verdict == .held)
    #expect(check.reasons.contains { $0.contains(reason) }, "\(check.reasons)")
  }
}
