import Names
import Records

/// What the matcher asks of a passenger, taken out of the batch once.
struct PassengerFacts {
  var passenger: Int
  var birthDate: PartialDate?
  var gender: Gender
  var nationality: ShortCode
  /// Comparable keys of the document numbers.
  var documents: [[UInt8]]

  /// - Parameter readsDocuments: false where no list has any.
  init(_ batch: borrowing PassengerBatch, _ index: Int, readsDocuments: Bool) {
    let passenger = batch.passengers[index]
    self.passenger = index
    birthDate = passenger.birthDate
    gender = passenger.gender
    nationality = passenger.nationality
    guard readsDocuments else {
      documents = []
      return
    }
    var documents: [[UInt8]] = []
    for place in passenger.documents.range {
      let number = batch.documents[place].number.range
      if let key = DocumentNumber.key(batch.bytes[number]) { documents.append(key) }
    }
    self.documents = documents
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
