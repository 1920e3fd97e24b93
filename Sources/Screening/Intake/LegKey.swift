internal import Records

/// What makes a flight leg the same in every message: its operating flight, its date and its ports.
struct LegKey: Hashable, Sendable {
  let carrier: ShortCode
  let number: ShortCode
  let suffix: ShortCode
  /// ``Records/PartialDate/packed``; 0 where unknown.
  let date: Int32
  let from: ShortCode
  let to: ShortCode

  init(_ leg: FlightLeg) {
    carrier = leg.carrier
    number = leg.number
    suffix = leg.suffix
    date = leg.date?.packed ?? 0
    from = leg.from
    to = leg.to
  }

  /// Never 0, which stands for no leg. Seeded anew in each process, so that nobody can send legs that
  /// meet; nothing that is written depends on it.
  var hash: UInt64 { UInt64(bitPattern: Int64(hashValue)) | 1 << 33 }

  /// `KL1007 2026-11-28 AMS-LHR`, for reports.
  static func text(_ leg: FlightLeg) -> String {
    "\(leg.carrier)\(leg.number)\(leg.suffix) \(leg.date?.description ?? "?") "
      + "\(leg.from.isEmpty ? "?" : leg.from.description)-\(leg.to.isEmpty ? "?" : leg.to.description)"
  }

  /// The order of legs in `run.json`.
  static func comesBefore(_ first: FlightLeg, _ second: FlightLeg) -> Bool {
    func key(_ leg: FlightLeg) -> (String, String, String, String) {
      (
        leg.date?.description ?? "", "\(leg.carrier)", "\(leg.number)\(leg.suffix)",
        "\(leg.from)-\(leg.to)"
      )
    }
    return key(first) < key(second)
  }
}
