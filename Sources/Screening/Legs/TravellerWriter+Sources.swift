internal import Records

/// Where the fields of a merged traveller come from.
extension TravellerWriter {
  /// Which types of message say what was chosen.
  func sources(
    of passenger: Passenger, main: PersonName, _ records: borrowing LegRecords,
    _ batch: borrowing PassengerBatch
  ) -> FieldSources {
    var sources = FieldSources()
    let mainKey = key(main, batch)
    for index in fields.chain {
      let kind = MessageKinds(records[index].messageKind)
      let person = batch.passengers[Int(index)]
      if key(person.name, batch) == mainKey
        || batch.names[person.otherNames.range].contains(where: { key($0, batch) == mainKey })
      {
        sources.name.formUnion(kind)
      }
      if person.birthDate != nil, person.birthDate == passenger.birthDate {
        sources.birthDate.formUnion(kind)
      }
      if person.gender != .unstated, person.gender == passenger.gender {
        sources.gender.formUnion(kind)
      }
      if !person.nationality.isEmpty, person.nationality == passenger.nationality {
        sources.nationality.formUnion(kind)
      }
      if !person.documents.isEmpty { sources.documents.formUnion(kind) }
      if person.status != .unstated, person.status == passenger.status {
        sources.status.formUnion(kind)
      }
      if fields.seat >= 0, !person.seat.isEmpty,
        batch.bytes[person.seat.range].elementsEqual(
          batch.bytes[batch.passengers[Int(fields.seat)].seat.range])
      {
        sources.seat.formUnion(kind)
      }
    }
    if sources.status.isEmpty, passenger.status == .cancelled {
      // By silence: only a reservation's pushes say anything by it.
      sources.status = MessageKinds(.pnrgov)
    }
    return sources
  }
}

extension TravelDocument {
  /// Takes from another record of the same document what this one does not say.
  mutating func complete(with other: TravelDocument) {
    if type.isEmpty { type = other.type }
    if issuer.isEmpty { issuer = other.issuer }
    if expires == nil { expires = other.expires }
  }
}
