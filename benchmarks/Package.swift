// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring adds nothing to what the program and its tests build.
let package = Package(
  name: "pnrscreen-benchmarks",
  dependencies: [.package(name: "pnrscreen", path: "..")],
  targets: [
    .systemLibrary(name: "CXMLReader", pkgConfig: "libxml-2.0"),
    .executableTarget(
      name: "feeds-benchmark",
      dependencies: [.product(name: "FeedKit", package: "pnrscreen"), "CXMLReader"],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  cxxLanguageStandard: .cxx17
)
