import Records

/// What the matcher asks of a passenger, taken out of the batch once.
struct PassengerFacts {
  struct Name {
    var surname: String
    var given: String
  }

  var passenger: Int
  /// The main name, then the others.
  var names: [Name]
  var birthDate: PartialDate?
  var gender: Gender
  var nationality: String
  /// Comparable keys of the document numbers.
  var documents: [[UInt8]]

  init(_ batch: PassengerBatch, _ index: Int) {
    let passenger = batch.passengers[index]
    self.passenger = index
    let main = Name(
      surname: batch.text(passenger.name.surname), given: batch.text(passenger.name.given))
    names = [main]
    for other in batch.names[passenger.otherNames.range] {
      names.append(Name(surname: batch.text(other.surname), given: batch.text(other.given)))
    }
    birthDate = passenger.birthDate
    gender = passenger.gender
    nationality = passenger.nationality.description
    documents = batch.documents[passenger.documents.range].compactMap {
      DocumentNumber.key(batch.bytes[$0.number.range])
    }
  }
}
