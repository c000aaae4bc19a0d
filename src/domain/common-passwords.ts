/** The passwords that lists of leaked ones begin with, and what officials' offices use in their place. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456 123456789 12345678 password qwerty 111111 1234567 123123 1234567890 000000 abc123 password1 iloveyou
admin admin123 welcome monkey dragon letmein login princess football baseball sunshine shadow master superman
michael jennifer jordan hunter trustno1 batman passw0rd hello charlie freedom whatever starwars summer winter
spring autumn computer internet samsung google facebook thailand bangkok chiangmai phrae lampang songkran
loveyou iloveu qazwsx zaq12wsx 1q2w3e4r 1q2w3e4r5t qwer1234 asdf1234 asdfasdf qwertyuiop 654321 666666 888888
999999 112233 121212 123321 159753 147258369 987654321 pass1234 changeme default system office officer
government district province secretary governor budget finance ministry welfare ธนาคาร อำเภอ จังหวัด
นายอำเภอ รหัสผ่าน ยินดีต้อนรับ ประเทศไทย`.split(/\s+/),
);
