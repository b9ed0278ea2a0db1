/// The files of the story.
enum DemoDocuments {
  /// What a member tells when it registers (A1).
  static let registration = """
    {
      "username": "sanxia-gas",
      "name": "山城天然气有限公司",
      "legal_representative": "李建国",
      "administrator": {"name": "王敏", "mobile": "13912340000", "email": "wangmin@example.com"},
      "delivery_address": "重庆市渝北区金开大道 68 号",
      "credit_code": "91500000MA5U0DEM8Q"
    }
    """

  /// The profile that a member submits once (A7).
  static let profile = """
    {
      "regions": ["重庆", "四川"],
      "applicant": "buyer",
      "annual_volume": "12000.5",
      "enterprise_type": "城市燃气"
    }
    """
}
