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

  init(_ batch: PassengerBatch, _ index: Int) {
    let passenger = batch.passengers[index]
    self.passenger = index
    birthDate = passenger.birthDate
    gender = passenger.gender
    nationality = passenger.nationality
    documents = batch.documents[passenger.documents.range].compactMap {
      DocumentNumber.key(batch.bytes[$0.number.range])
    }
  }
}

extension PassengerBatch {
  /// How many names a passenger has: the main one and the others.
  func nameCount(_ passenger: Int) -> Int { 1 + Int(passengers[passenger].otherNames.count) }

  /// The spellings of one name, folded; empty when nothing in it folds to A–Z.
  /// - Parameter number: 0 = main name, n = n-th other name.
  func foldedNames(_ passenger: Int, number: Int) -> [FoldedName] {
    let record = passengers[passenger]
    let name = number == 0 ? record.name : names[Int(record.otherNames.start) + number - 1]
    // Feeds are ASCII nearly always; that path makes no strings.
    let bytes = bytes.span
    var surnames: [NameToken] = []
    var givens: [NameToken] = []
    if NameFolder.foldASCII(bytes.extracting(name.surname.range), into: &surnames),
      NameFolder.foldASCII(bytes.extracting(name.given.range), into: &givens)
    {
      let folded = FoldedName(surnames: surnames, givens: givens)
      return folded.tokens.isEmpty ? [] : [folded]
    }
    return FoldedList.fold(surname: text(name.surname), given: text(name.given), full: "")
  }
}
