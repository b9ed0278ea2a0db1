/// A province-level division, by its short Chinese name.
///
/// - Source: A7; GB/T 2260.
public struct Province: Sendable, Hashable {
  /// The 34 names in the order of the standard.
  public static let names = [
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽",
    "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州",
    "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门",
  ]

  /// The name.
  public let name: String

  /// Takes one of ``names``.
  public init(_ name: String, field: String = "regions") throws(InvalidField) {
    if !Province.names.contains(name) { throw InvalidField(field, .notListed) }
    self.name = name
  }
}
