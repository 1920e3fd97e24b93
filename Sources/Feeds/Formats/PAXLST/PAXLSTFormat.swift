import Bytes
import Records

/// PAXLST (UN/EDIFACT D.02B to D.22A): advance passenger information sent apart from the PNR.
struct PAXLSTFormat: EDIFACTFormat {
  let descriptor = FormatDescriptor(
    id: "paxlst-edifact", title: "PAXLST (API, EDIFACT)",
    specification: "UN/EDIFACT PAXLST D.02B to D.22A; WCO/IATA/ICAO guidelines on API",
    sampleFolder: "samples/night")

  let messageType = "PAXLST"

  func makeInterpreter(limits: Limits) -> any EDIFACTInterpreter {
    ReaderInterpreter(PAXLSTReader(limits: limits))
  }
}
