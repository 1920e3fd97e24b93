import Bytes
import Records

/// PNRGOV EDIFACT (IATA PADIS), implementation guides 10.1 to 21.1.
struct PNRGOVFormat: EDIFACTFormat {
  let descriptor = FormatDescriptor(
    id: "pnrgov-edifact", title: "PNRGOV (EDIFACT)",
    specification: "WCO/IATA/ICAO PNRGOV EDIFACT implementation guide 10.1 to 21.1",
    sampleFolder: "samples/night")

  let messageType = "PNRGOV"

  func makeInterpreter(limits: Limits) -> any EDIFACTInterpreter {
    ReaderInterpreter(PNRGOVReader(limits: limits))
  }
}
