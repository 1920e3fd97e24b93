internal import Records

/// What is preferred to what: the lowest first.
extension TravellerFields {
  static func factRank(_ channel: MessageKind.Channel) -> Int {
    switch channel {
    case .advancePassengerInformation: 0
    case .reservation: 1
    case .table: 2
    case .departureControl: 3
    }
  }

  static func kindRank(_ kind: PassengerKind) -> Int {
    switch kind {
    case .passenger: 0
    case .transit: 1
    case .crew: 2
    case .infant: 3
    }
  }

  /// Documents and API before bookings, bookings before lists.
  static func nameRank(_ source: NameSource) -> Int {
    switch source {
    case .docs, .pspt, .nad, .pdt: 0
    case .tif, .inft, .xml: 1
    case .csv: 2
    case .checkIn, .pnl, .adl, .prl, .pfs, .etl, .ptm, .psm, .asl, .ftl, .pil: 3
    case .history: 4
    }
  }

  /// At one time, what puts somebody on board wins: the highest first.
  static func statusRank(_ status: TravelStatus) -> Int {
    switch status {
    case .unstated, .cancelled: 0
    case .booked: 1
    case .noShow: 2
    case .checkedIn: 3
    case .boarded: 4
    }
  }
}
