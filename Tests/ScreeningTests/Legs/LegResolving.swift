import Records
import TestSupport

@testable import Screening

/// What the travellers of a leg look like, and the account.
struct Resolved {
  var lines: [String] = []
  var batch = PassengerBatch()
  var account = LegAccount()
  var codes: [String] { account.findings.map { "\($0.1.code.rawValue) \($0.1.text)" } }
  /// Names of those on the flight.
  var aboard: [String] {
    batch.passengers.filter { $0.status != .cancelled }.map { name($0.name) }.sorted()
  }
  var off: [String] {
    batch.passengers.filter { $0.status == .cancelled }.map { name($0.name) }.sorted()
  }

  func name(_ name: PersonName) -> String {
    "\(batch.text(name.surname))/\(batch.text(name.given))"
  }

  init(_ batch: PassengerBatch, _ account: LegAccount) {
    self.batch = batch
    self.account = account
    for person in batch.passengers {
      let others = batch.names[person.otherNames.range].map(name).joined(separator: ",")
      let documents = batch.documents[person.documents.range].map { batch.text($0.number) }
      lines.append(
        [
          batch.text(person.recordLocator), batch.text(person.passengerReference),
          name(person.name), others, person.birthDate?.description ?? "", person.gender.label,
          person.nationality.description, documents.joined(separator: ","), person.kind.label,
          person.status.label, batch.text(person.seat), String(person.pushes),
        ].joined(separator: "|"))
    }
  }
}

func resolve(_ batch: PassengerBatch, limits: Limits = .standard) -> Resolved {
  var state = LegState(limits: limits)
  var out = PassengerBatch()
  let account = state.resolve(batch, into: &out)
  return Resolved(out, account)
}

/// Resolves messages in the order given.
func resolve(_ messages: Message..., limits: Limits = .standard) -> Resolved {
  var random: SeededGenerator?
  return resolve(makeBatch(messages, shuffledBy: &random), limits: limits)
}

/// Resolves messages in many orders, records and messages shuffled, and over one to three files.
/// - Returns: the first result, and how many of the others differ from it.
func resolveInAllOrders(_ messages: Message..., times: Int = 40) -> (Resolved, differing: Int) {
  var random: SeededGenerator? = SeededGenerator(seed: 7)
  var none: SeededGenerator?
  let first = resolve(makeBatch(messages, shuffledBy: &none))
  var differing = 0
  for time in 0..<times {
    let other = resolve(makeBatch(messages, shuffledBy: &random, files: 1 + time % 3))
    if other.lines != first.lines || other.account.pushes != first.account.pushes
      || other.codes.sorted() != first.codes.sorted()
    {
      differing += 1
    }
  }
  return (first, differing)
}
