internal import Records

/// The contract's passenger object, as far as it is compared.
struct ComparedPassenger: Decodable {
  struct Name: Decodable {
    var surname: String?
    var given: String?
    var source: String?
  }
  struct Document: Decodable {
    var type: String?
    var number: String
    var issuer: String?
  }

  var surname: String?
  var given: String?
  var nameSource: String?
  var otherNames: [Name]?
  var birthDate: String?
  var gender: String?
  var nationality: String?
  var documents: [Document]?

  /// A batch that holds this passenger alone.
  func batch() throws(Comparison.InvalidObject) -> PassengerBatch {
    var batch = PassengerBatch()
    let main = store(Name(surname: surname, given: given, source: nameSource), in: &batch)
    guard !main.surname.isEmpty || !main.given.isEmpty else {
      throw Comparison.InvalidObject(text: "--passenger has neither \"surname\" nor \"given\"")
    }
    var person = Passenger(name: main)
    if let birthDate {
      guard let date = PartialDate(birthDate) else {
        throw Comparison.InvalidObject(
          text: "--passenger: \"birthDate\" is not YYYY-MM-DD, YYYY-MM or YYYY")
      }
      person.birthDate = date
    }
    person.gender = gender?.utf8.first.map { Gender(letter: $0) } ?? .unstated
    person.nationality = ShortCode(nationality ?? "")
    let others = otherNames ?? []
    person.otherNames = ElementRun(start: 0, count: UInt32(others.count))
    for name in others { batch.names.append(store(name, in: &batch)) }
    person.documents = ElementRun(start: 0, count: UInt32(documents?.count ?? 0))
    for document in documents ?? [] {
      batch.documents.append(
        TravelDocument(
          type: ShortCode(document.type ?? ""), number: batch.store(document.number),
          issuer: ShortCode(document.issuer ?? ""), expires: nil))
    }
    person.message = batch.index(of: MessageHeader(type: "compare"))
    batch.passengers.append(person)
    return batch
  }

  private func store(_ name: Name, in batch: inout PassengerBatch) -> PersonName {
    let source = NameSource.allCases.first { $0.label == name.source } ?? .csv
    return PersonName(
      surname: batch.store((name.surname ?? "").uppercased()),
      given: batch.store((name.given ?? "").uppercased()), source: source)
  }
}
