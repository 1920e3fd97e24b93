internal import Bytes
public import Records

/// Names a hit and a journey so that they stay the same from push to push and from run to run.
///
/// The identifiers are cut SHA-256 digests: they say nothing about the person to somebody who has
/// not got the feed, and they fit a file name.
public enum HitIdentity {
  /// `h_` and 16 hex digits over the leg, the list entry and the passenger.
  /// - Parameter leg: the leg that the message is about; nil where the feed names none.
  public static func hit(leg: FlightLeg?, list: String, entry: String, passenger: String) -> String
  {
    "h_" + digest([legKey(leg), list, entry, passenger])
  }

  /// An id for somebody else of the same numbers as the passenger of the hit `id`.
  /// - Parameter person: ``content(_:)`` of the passenger.
  public static func hit(besides id: String, person: String) -> String {
    "h_" + digest([id, person])
  }

  /// What tells two people of the same numbers apart: name, birth date and documents.
  public static func content(_ passenger: HitPassenger) -> String {
    joined(
      [passenger.surname, passenger.given, passenger.birthDate?.description ?? ""]
        + passenger.documents.map(\.number).sorted())
  }

  /// `j_` and 16 hex digits over the booking and the passenger, without the leg.
  public static func journey(recordLocator: String, passenger: String) -> String {
    "j_" + digest([recordLocator, passenger])
  }

  /// Who this is within the bookings of one leg.
  ///
  /// Locator and reference identify a traveller whatever happens to the spelling of the name. A
  /// table's `reference` does so within a flight. Everybody else is the name with the birth date;
  /// where that is missing, the first document or the reference keeps namesakes apart, because two
  /// travellers under one hit would hide one of them.
  public static func passenger(_ index: Int, of batch: PassengerBatch) -> String {
    let person = batch.passengers[index]
    let locator = batch.text(person.recordLocator)
    let reference = batch.text(person.passengerReference)
    let name = "\(batch.text(person.name.surname))/\(batch.text(person.name.given))"
    let born = person.birthDate?.description ?? ""
    // An infant travels under its parent's reference.
    let infant = person.kind == .infant ? ["infant", name] : []
    if !locator.isEmpty && !reference.isEmpty {
      return joined([locator, reference] + infant)
    }
    let isTable = person.name.source == .csv
    if isTable && !reference.isEmpty {
      // Row numbers begin anew in each file; only the flight says that two files mean one row.
      let place = person.flights.isEmpty ? [name, born] : []
      return joined([reference] + infant + place)
    }
    var parts = [locator, name, born]
    if born.isEmpty {
      let number =
        person.documents.isEmpty
        ? "" : batch.text(batch.documents[Int(person.documents.start)].number)
      parts.append(number.isEmpty ? reference : number)
    }
    return joined(parts)
  }

  private static func legKey(_ leg: FlightLeg?) -> String {
    guard let leg else { return "" }
    return joined([
      leg.carrier.description, leg.number.description, leg.suffix.description,
      leg.date?.description ?? "", leg.from.description, leg.to.description,
    ])
  }

  /// Joined by a byte that no feed value holds, so that no two lists of parts read the same.
  private static func joined(_ parts: [String]) -> String { parts.joined(separator: "\u{1F}") }

  private static func digest(_ parts: [String]) -> String {
    String(SHA256.hex(parts.joined(separator: "\u{1E}")).prefix(16))
  }
}
