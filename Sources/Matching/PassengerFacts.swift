import Names
import Records

/// What the matcher asks of a passenger, taken out of the batch once.
struct PassengerFacts {
  var passenger = 0
  var birthDate: PartialDate?
  var gender = Gender.unstated
  var nationality = ShortCode.none
  /// Comparable keys of the document numbers; only read where they matter.
  var documents: [[UInt8]] = []

  init() {}

  init(_ batch: borrowing PassengerBatch, _ index: Int) {
    let passenger = batch.passengers[index]
    self.passenger = index
    birthDate = passenger.birthDate
    gender = passenger.gender
    nationality = passenger.nationality
  }

  mutating func readDocuments(_ batch: borrowing PassengerBatch) {
    documents = batch.passengers[passenger].documents.range.compactMap { place in
      DocumentNumber.key(batch.bytes.span.extracting(batch.documents[place].number.range))
    }
  }
}

extension PassengerBatch {
  /// How many names a passenger has: the main one and the others.
  func nameCount(_ passenger: Int) -> Int { 1 + Int(passengers[passenger].otherNames.count) }

  /// Folds one name of a passenger; false when it is not ASCII, then ``spellings(_:number:)`` reads it.
  /// - Parameter number: 0 = main name, n = n-th other name.
  func fold(_ passenger: Int, number: Int, into folded: inout FoldedName) -> Bool {
    let name = name(passenger, number: number)
    let bytes = bytes.span
    return folded.take(
      surname: bytes.extracting(name.surname.range), given: bytes.extracting(name.given.range))
  }

  /// The spellings of one name in any script, folded; empty when nothing in it folds to A–Z.
  func spellings(_ passenger: Int, number: Int) -> [FoldedName] {
    let name = name(passenger, number: number)
    return FoldedList.fold(surname: text(name.surname), given: text(name.given), full: "")
  }

  private func name(_ passenger: Int, number: Int) -> PersonName {
    let record = passengers[passenger]
    return number == 0 ? record.name : names[Int(record.otherNames.start) + number - 1]
  }
}
