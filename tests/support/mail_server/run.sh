# Runs both servers until standard input ends: however the test that started them ends, they end
# too, and their folder goes with them. Arguments: the folder, where Postfix keeps its daemons, and
# the user id that owns the mails.
# A signal ends the wait below, never the cleaning up.
trap : TERM INT
root=$1
exec 2>"$root/run.log"
mkdir "$root/mail" && chown "$3:$3" "$root/mail"
dovecot -F -c "$root/dovecot.conf" &
dovecot=$!
postfix -c "$root/postfix/etc" check
# Postfix's master wants to lead a process group of its own.
setsid "$2/master" -c "$root/postfix/etc" -d &
postfix=$!
read -r _
kill "$dovecot" "$postfix"
wait
rm -rf "$root"
