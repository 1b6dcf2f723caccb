using System.Security.Cryptography;
using System.Text;

static bool IsGenuine(string secret, string id, string timestamp, string signatures, string body)
{
    if (!long.TryParse(timestamp, out var seconds)) return false;
    if (Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - seconds) > 300) return false;
    var key = Convert.FromBase64String(secret.Replace("whsec_", ""));
    var signed = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
    var expected = Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(signed));
    return signatures.Split(' ').Any(one => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), expected));
}
