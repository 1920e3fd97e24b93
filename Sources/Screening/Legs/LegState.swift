internal import Bytes
internal import Records
struct PushSummary: Sendable, Equatable { func write(to json: inout JSONWriter) {} }
struct LegAccount { var records = 0; var merged = 0; var travellers = 0; var cancelled = 0; var pushes: [PushSummary] = []; var findings: [(file: UInt32, Diagnostic)] = [] }
struct LegState { init(limits: Limits) {}
  mutating func resolve(_ records: borrowing PassengerBatch, into out: inout PassengerBatch) -> LegAccount { var a = LegAccount(); a.records = records.passengers.count; a.merged = a.records; return a } }
