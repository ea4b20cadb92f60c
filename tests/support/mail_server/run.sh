# Keeps both servers running until standard input ends: however the test that started them ends,
# they end too, and their folder goes with them.
root=$1
dovecot -F -c "$root/dovecot.conf" &
dovecot=$!
# Postfix's master wants to lead a process group of its own.
setsid "$2/master" -c "$root/postfix/etc" -d &
postfix=$!
trap : TERM INT
read -r _
kill "$dovecot" "$postfix"
wait
rm -rf "$root"
