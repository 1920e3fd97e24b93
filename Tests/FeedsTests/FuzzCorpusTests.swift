import Bytes
import CLibXML2
import Feeds
import Foundation
import Records
import Testing

@testable import FuzzProperties

/// The inputs that the fuzzers found worth keeping, and those that once failed, in every run of the tests.
@Suite struct FuzzCorpusTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzz")

  private func inputs(_ folder: String, _ target: FuzzTarget) throws -> [URL] {
    let folder = Self.package.appending(path: "\(folder)/\(target.name)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
  }

  @Test(arguments: FuzzTarget.all) func everyPropertyHolds(target: FuzzTarget) throws {
    let kept = try inputs("Corpus", target)
    #expect(!kept.isEmpty, "Corpus/\(target.name) is empty")
    for file in try kept + inputs("FailCases", target) {
      let violation = try target.violation([UInt8](Data(contentsOf: file)))
      #expect(violation == nil, "\(file.lastPathComponent)")
    }
  }

  /// Documents that name files and addresses, in every way that XML has.
  @Test(arguments: [
    "<!DOCTYPE IATA_PNRGOV_NotifRQ SYSTEM \"file:///nowhere.dtd\">",
    "<!DOCTYPE IATA_PNRGOV_NotifRQ PUBLIC \"x\" \"http://127.0.0.1:9/x.dtd\">",
    "<!DOCTYPE IATA_PNRGOV_NotifRQ [<!ENTITY x SYSTEM \"file:///nowhere\">]>",
    "<!DOCTYPE IATA_PNRGOV_NotifRQ [<!ENTITY % x SYSTEM \"file:///nowhere\"> %x;]>",
    "<?xml-stylesheet href=\"file:///nowhere\"?>", "<?xml-model href=\"file:///nowhere\"?>", "",
  ])
  func nothingIsOpened(head: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == "XML" })
    let names =
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///nowhere\"/>&x;"
    let text = pnrgovXML(
      xmlBooking("L1", xmlPassenger(1, "JANSEN", "ANNA", names)),
      attributes: " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"x file:///nowhere.xsd\"", head: xmlDeclaration + head)
    #expect(target.violation(Array(text.utf8)) == nil)
    #expect(target.violation(Array(text.replacing("</Passenger>", with: "").utf8)) == nil)
  }

  @Test func everyFormatHasATarget() throws {
    for format in FeedRegistry.formats {
      let id = format.descriptor.id
      let covering = FuzzTarget.all.filter { $0.formats.contains { $0.descriptor.id == id } }
      #expect(covering.count == 1, "\(id)")
    }
    let manifest = try String(
      contentsOf: Self.package.appending(path: "Package.swift"), encoding: .utf8)
    for target in FuzzTarget.all {
      #expect(manifest.contains("\"\(target.name)\""), "\(target.name) is not in the package")
      for file in ["Targets/\(target.name)", "Dictionaries/\(target.name).dict"] {
        let path = Self.package.appending(path: file).path
        #expect(FileManager.default.fileExists(atPath: path), "\(file)")
      }
    }
  }

  @Test(arguments: FaultyFormat.Fault.allCases)
  func aFaultIsFound(fault: FaultyFormat.Fault) {
    let input = Array("SMITH JOHN\nDOE JANE\nBAKKER TOON\n".utf8)
    var batch = PassengerBatch()
    let violation = FeedProperties(
      format: FaultyFormat(fault: fault), input: input, isWholeOrNothing: true
    ).violation(&batch)
    #expect((violation == nil) == (fault == .none), "\(violation ?? "nothing found")")
  }
}

/// A reader of one person per line with a fault, to show that the properties find it.
struct FaultyFormat: FeedFormat {
  enum Fault: CaseIterable {
    case none, blockDependent, uncounted, control, notUTF8, outside, behindTheEnd, unaccounted, many
    case reachesOut, halfAtTheEnd
  }

  let fault: Fault
  let descriptor = FormatDescriptor(id: "faulty", title: "", specification: "", sampleFolder: "")

  func recognises(_ head: [UInt8]) -> Bool { true }

  func makeParser(_ context: FeedContext) -> any FeedParser { Parser(fault: fault) }

  private struct Parser: FeedParser {
    let fault: Fault
    var line: [UInt8] = []
    var offset: UInt64 = 0

    mutating func consume(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) {
      if offset == 0 {
        batch.counts.messages += 1
        batch.counts.messagesParsed += fault == .unaccounted ? 0 : 1
      }
      for index in bytes.indices {
        offset += 1
        if bytes[index] == 0x0A { add(into: &batch) } else { line.append(bytes[index]) }
      }
      if fault == .blockDependent { line.removeAll() }
    }

    mutating func finish(into batch: inout PassengerBatch) {
      if fault == .halfAtTheEnd, !line.isEmpty { add(into: &batch) }
    }

    private mutating func add(into batch: inout PassengerBatch) {
      switch fault {
      case .control: line.append(0x07)
      case .notUTF8: line.append(0xC3)
      case .reachesOut:
        // Sound: a name that is terminated; the loader that the watch has set gives nothing back.
        unsafe _ = xmlLoadExternalEntity("file:///nowhere", nil, nil)
      case .many: line = [UInt8](repeating: 0x41, count: 10_000)
      default: break
      }
      var surname = batch.store(line)
      if fault == .outside { surname.count += 1 }
      let name = PersonName(surname: surname, given: .empty, source: .csv)
      var passenger = Passenger(name: name)
      passenger.message = batch.index(of: MessageHeader(type: "CSV"))
      passenger.offset = fault == .behindTheEnd ? offset + 1000 : offset
      batch.passengers.append(passenger)
      batch.counts.persons += fault == .uncounted ? 0 : 1
      line.removeAll()
    }
  }
}
