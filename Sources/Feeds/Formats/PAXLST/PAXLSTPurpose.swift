import Records

/// What a PAXLST message is for: BGM code and function, of the batch and of the interactive form.
///
/// Codes 745 passenger list, 250 crew list, 336 master crew list, 266 flight status, 655 gate passes;
/// codes and functions not known here leave everything as in a plain list.
struct PAXLSTPurpose {
  /// Of everybody whom the message lists.
  var status = TravelStatus.unstated
  /// Whether whoever it does not list is as before.
  var isUpdate = false
  var cancelsFlight = false
  /// Whether the people whom it lists as passengers are crew.
  var isCrewList = false

  init() {}

  init(_ code: Int?, _ function: ShortCode) {
    switch code {
    case 745, 266: readPassengerList(function)
    case 250:
      isCrewList = true
      // CC, BC, EC, FC: changes of the lists C, B, E, F.
      isUpdate = function.count == 2 && function[1] == 0x43
    case 336:
      isCrewList = true
      // Members of the master list added, deleted, changed.
      isUpdate = ["G", "H", "I"].contains(function.description)
      if function == PAXLSTPurpose.deleteCrew { status = .cancelled }
    default: break
    }
  }

  private mutating func readPassengerList(_ function: ShortCode) {
    switch function.description {
    case "CP": isUpdate = true
    case "CLOB": status = .boarded
    case "CLNB": status = .noShow
    case "XR":
      status = .cancelled
      isUpdate = true
    case "XF": cancelsFlight = true
    default: break
    }
  }

  private static let deleteCrew = ShortCode("H")
}
