/// Passwords and words that guessers try first, in small letters; each has four characters or more.
///
/// A short list by design: sequences, walks over the keyboard, repetitions and dates are found by
/// rule, so only what no rule finds is listed.
enum CommonPasswords {
  /// The words by their first character.
  static let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = {
    var words: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for text in [western, chinese, trade] {
      for word in text.split(whereSeparator: \.isWhitespace) {
        let scalars = Array(word.unicodeScalars)
        if let first = scalars.first { words[first, default: []].append(scalars) }
      }
    }
    return words
  }()

  private static let western = """
    password passwort passwd passw0rd passwd123 password1 password123 pass1234 letmein welcome
    welcome1 admin admin123 administrator adminadmin root toor rootroot superuser superadmin system
    sysadmin manager guest guest123 user user123 username login logon default changeme changeit
    secret secret123 private access access14 master master123 monkey dragon shadow sunshine
    princess football baseball basketball soccer hockey tennis golfer superman batman spiderman
    ironman pokemon naruto starwars matrix killer hunter hunter2 ranger soldier warrior trustno1
    iloveyou ilovey0u loveyou lovely loveme lover forever flower angel angels heaven jesus christ
    blessed friend friends family mother father daddy mommy babygirl baby sweet sweetie honey
    cookie chocolate cheese banana orange apple cherry peach pepper ginger summer winter spring
    autumn january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday michael jordan jordan23 jennifer
    jessica ashley amanda nicole daniel matthew joshua andrew thomas robert william charlie george
    richard anthony martin michelle hannah samantha taylor justin brandon ashton harley mustang
    corvette ferrari porsche mercedes yamaha honda toyota nissan yankees cowboys lakers chelsea
    arsenal liverpool barcelona realmadrid juventus samsung google facebook twitter internet
    computer laptop windows linux ubuntu debian oracle cisco server database network router
    hello hello123 helloworld world whatever nothing anything something everything number love
    lucky lucky7 purple yellow green silver golden diamond crystal phoenix thunder tiger lion
    panther eagle falcon wolf bear snoopy mickey donald maggie buster bailey buddy lucy sophie
    freedom america england london paris berlin canada mexico asdf1234 zxcv1234 abcd1234 qwer1234
    q1w2e3r4 q1w2e3r4t5 qwe123 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3 zaq12wsx asd123 zxc123
    a1b2c3 a1b2c3d4 aa123456 abc123 abc123456 test test123 testing tester demo sample example
    temp temporary temp123 backup oracle123 mysql postgres sqlserver p@ssw0rd p@ssword security
    secure letmein1 opensesame sesame magic merlin gandalf hobbit michael1 startrek enterprise
    fuckyou fuckme asshole bitch sexy hottie cowboy player gamer gaming minecraft fortnite roblox
    """

  private static let chinese = """
    woaini woaini1314 woaini520 woaini521 woaiwojia woaizhongguo woshishui woshiwo wodemima
    mima123 mima123456 nihao nihao123 nihaoma zhongguo beijing shanghai guangzhou shenzhen
    chongqing chengdu tianjin wuhan nanjing hangzhou xiaoming xiaoyu xiaoxiao baobao baobei
    laopo laogong laoban gongsi caiwu caonima wangyi tencent taobao alibaba huawei xiaomi weixin
    wechat zhifubao alipay meiyou mimashi mimamima zhangsan lisi1234 wangwu wangwei zhangwei
    liuyang liwei wanglei aini1314 ainiyiwannian 5201314 1314520 520520 521521 13145200 7758521
    7758258 584520 5845201314 a5201314 woaini5201314 888888 66668888 168168 518518 a123456
    a12345678 a123456789 a1234567 aa123456789 qq123456 qq5201314 qaz123 wang123 zhang123 li123456
    abc5201314 asd123456 q123456 w123456 z123456 x123456 123456a 123456789a 123456aa 123456abc
    123456qq 123456asd 1234qwer 123qwe 123qweasd 123qwe123 123asd 123abc 110110110 110120119
    31415926 314159265 147258369 147258 159357 159753 741852963 789456123 963852741 456789123
    987456321
    password520 admin888 admin666 admin12345 密码密码 我的密码 我爱你 中国 你好 管理员 默认密码 口令
    """

  private static let trade = """
    iamctl trader trader123 trading exchange member member123 operator operator123 settlement
    naturalgas pipeline futures jiaoyi jiaoyisuo huiyuan caozuoyuan jiaoyiyuan jiesuan tianranqi
    guandao shiyou qihuo zijin kaihu 会员 交易 交易所 操作员 天然气
    """
}
