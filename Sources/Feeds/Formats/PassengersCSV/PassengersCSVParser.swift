import Bytes
import Records

/// Reads the passenger table row by row; a bad field costs that field, never the person.
struct PassengersCSVParser: FeedParser {
  private var reader: CSVReader
  private var rows = PassengersCSVRows()

  init(limits: Limits) {
    reader = CSVReader(
      maximumRowBytes: limits.rowBytes, maximumFields: limits.rowFields, quotesSpanLines: false)
  }

  mutating func consume(_ bytes: Span<UInt8>, into batch: inout PassengerBatch) {
    reader.consume(bytes) { rows.take($0, into: &batch) }
  }

  mutating func finish(into batch: inout PassengerBatch) {
    reader.finish { row in
      if row.hasLineEnd { rows.take(row, into: &batch) } else { rows.takeLast(row, into: &batch) }
    }
  }
}

/// Makes a person of each row.
struct PassengersCSVRows {
  private typealias Column = PassengersCSVColumns.Column

  private var columns: PassengersCSVColumns?
  private var hasCounted = false
  private var charset = Charset.utf8
  private var decoded: [UInt8] = []
  private var names = NameReader()
  private var arena = TextArena()
  private var givenRanges: [Range<Int>] = []
  private let header = MessageHeader(type: "CSV")

  /// The last row of a file without line end at its end: it may have been cut.
  mutating func takeLast(_ row: borrowing CSVRow, into batch: inout PassengerBatch) {
    if let columns, row.count < columns.count || row.hasUnterminatedQuote {
      batch.diagnostics.append(
        Diagnostic(.truncated, at: row.offset, "the file ends inside a row"))
      return
    }
    take(row, into: &batch)
  }

  mutating func take(_ row: borrowing CSVRow, into batch: inout PassengerBatch) {
    guard let columns else {
      if !row.isBlank { readHeader(row, into: &batch) }
      return
    }
    if row.isTooLarge {
      report(.tooLarge, row, "a row over the limit is cut", &batch)
    } else if row.hasUnterminatedQuote {
      report(.syntax, row, "a quote is not closed", &batch)
    } else if row.count != columns.count {
      report(.syntax, row, "a row of \(row.count) fields, the header has \(columns.count)", &batch)
    }
    readPerson(row, columns, into: &batch)
  }

  private mutating func readHeader(_ row: borrowing CSVRow, into batch: inout PassengerBatch) {
    batch.counts.messages += 1
    columns = PassengersCSVColumns(row)
    if columns != nil {
      batch.counts.messagesParsed += 1
    } else {
      batch.counts.messagesQuarantined += 1
      report(.syntax, row, "the header has no column surname", &batch)
    }
  }

  private mutating func readPerson(
    _ row: borrowing CSVRow, _ columns: PassengersCSVColumns, into batch: inout PassengerBatch
  ) {
    let bytes = row.bytes.span
    func range(_ column: Column) -> Range<Int> {
      DateReader.trim(bytes, row.range(of: columns[column]))
    }
    arena.removeAll()
    decoded.removeAll(keepingCapacity: true)
    givenRanges.removeAll(keepingCapacity: true)
    let deviatedBefore = charset.hasDeviated
    let surname = decode(bytes, range(.surname))
    givenRanges.append(decode(bytes, range(.given)))
    let name = names.read(decoded, surname: surname, given: givenRanges, into: &arena)
    if charset.hasDeviated, !deviatedBefore {
      report(.charset, row, "the table is not UTF-8", &batch)
    }
    if names.takeCut() { report(.tooLarge, row, NameReader.cutText, &batch) }
    guard !name.isEmpty else {
      report(.syntax, row, "a row without a surname", &batch)
      return
    }
    var passenger = Passenger(name: store(name.surname, name.given, in: &batch))
    let firstName = batch.names.count
    for reading in name.otherReadings {
      batch.names.append(store(reading.surname, reading.given, in: &batch))
    }
    passenger.otherNames = ElementRun(
      start: UInt32(firstName), count: UInt32(batch.names.count - firstName))
    if let letter = range(.gender).first { passenger.gender = Gender(letter: bytes[letter]) }
    passenger.nationality = CountryCode.alpha3(ShortCode(bytes, range(.nationality)))
    passenger.birthDate = date(bytes, range(.birthDate), row, "a birth date", &batch)
    readDocument(bytes, columns, row, of: &passenger, into: &batch)
    readFlight(bytes, columns, row, of: &passenger, into: &batch)
    passenger.recordLocator = keep(bytes, range(.recordLocator), in: &batch)
    passenger.passengerReference = exact(bytes, range(.reference), in: &batch)
    passenger.message = batch.index(of: header)
    passenger.offset = row.offset
    batch.passengers.append(passenger)
    batch.counts.persons += 1
  }

  private mutating func readDocument(
    _ bytes: Span<UInt8>, _ columns: PassengersCSVColumns, _ row: borrowing CSVRow,
    of passenger: inout Passenger, into batch: inout PassengerBatch
  ) {
    let number = keep(bytes, row.range(of: columns[.documentNumber]), in: &batch)
    guard !number.isEmpty else { return }
    passenger.documents = ElementRun(start: UInt32(batch.documents.count), count: 1)
    batch.documents.append(
      TravelDocument(
        type: ShortCode(bytes, row.range(of: columns[.documentType])), number: number,
        issuer: CountryCode.alpha3(ShortCode(bytes, row.range(of: columns[.documentIssuer]))),
        expires: nil))
  }

  private mutating func readFlight(
    _ bytes: Span<UInt8>, _ columns: PassengersCSVColumns, _ row: borrowing CSVRow,
    of passenger: inout Passenger, into batch: inout PassengerBatch
  ) {
    var leg = FlightLeg()
    leg.from = ShortCode(bytes, row.range(of: columns[.from]))
    leg.to = ShortCode(bytes, row.range(of: columns[.to]))
    FlightLegReader.setFlight(
      of: &leg, bytes, row.range(of: columns[.flightNumber]),
      carrier: ShortCode(bytes, row.range(of: columns[.carrier])))
    leg.date = date(bytes, row.range(of: columns[.date]), row, "a flight date", &batch)
    guard leg != FlightLeg() else { return }
    passenger.flights = ElementRun(start: UInt32(batch.flights.count), count: 1)
    batch.flights.append(leg)
  }

  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  private func date(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ row: borrowing CSVRow, _ what: String,
    _ batch: inout PassengerBatch
  ) -> PartialDate? {
    let range = DateReader.trim(bytes, range)
    guard !range.isEmpty else { return nil }
    func number(_ start: Int, _ count: Int) -> Int? {
      DateReader.integer(bytes, (range.lowerBound + start)..<(range.lowerBound + start + count))
    }
    var date: PartialDate?
    let hasMarks =
      (range.count < 5 || bytes[range.lowerBound + 4] == 0x2D)
      && (range.count < 8 || bytes[range.lowerBound + 7] == 0x2D)
    if hasMarks, [4, 7, 10].contains(range.count), let year = number(0, 4) {
      let month = range.count > 4 ? number(5, 2) : 0
      let day = range.count > 7 ? number(8, 2) : 0
      if let month, let day, range.count == 4 || month > 0, range.count < 10 || day > 0 {
        date = PartialDate(year: year, month: month, day: day)
      }
    }
    if date == nil { report(.dateImpossible, row, "\(what) is no date", &batch) }
    return date
  }

  private mutating func decode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = decoded.count
    charset.append(bytes, range, release: 0, to: &decoded)
    return start..<decoded.count
  }

  private mutating func keep(
    _ bytes: Span<UInt8>, _ range: Range<Int>, in batch: inout PassengerBatch
  ) -> TextReference {
    decoded.removeAll(keepingCapacity: true)
    let kept = decode(bytes, range)
    return kept.isEmpty ? .empty : batch.store(decoded.span.extracting(kept))
  }

  /// A reference is the sender's own: kept letter for letter, as far as its bytes are letters.
  private mutating func exact(
    _ bytes: Span<UInt8>, _ range: Range<Int>, in batch: inout PassengerBatch
  ) -> TextReference {
    var isPlain = true
    for index in range where bytes[index] < 0x20 || bytes[index] >= 0x7F { isPlain = false }
    guard !isPlain else { return range.isEmpty ? .empty : batch.store(bytes.extracting(range)) }
    var raw: [UInt8] = []
    for index in range { raw.append(bytes[index]) }
    let scalars = String(decoding: raw, as: UTF8.self).unicodeScalars
    return batch.store(String(String.UnicodeScalarView(scalars.filter { !isControl($0) })))
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  private func store(
    _ surname: TextReference, _ given: TextReference, in batch: inout PassengerBatch
  ) -> PersonName {
    let surname = batch.store(arena.bytes.span.extracting(surname.range))
    let given =
      given.isEmpty ? TextReference.empty : batch.store(arena.bytes.span.extracting(given.range))
    return PersonName(surname: surname, given: given, source: .csv)
  }

  private func report(
    _ code: ReasonCode, _ row: borrowing CSVRow, _ text: String, _ batch: inout PassengerBatch
  ) {
    batch.diagnostics.append(Diagnostic(code, at: row.offset, text))
  }
}
