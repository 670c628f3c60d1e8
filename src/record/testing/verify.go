// Verifies a record with Go's own packages (golang.org/x/mod/sumdb), which know nothing of Fairlane: the signature, every
// tile, every entry, and a proof for the first and the last. Usage: verify URL VERIFIER_KEY
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type record struct{ base string }

func (r record) Height() int                     { return 8 }
func (r record) SaveTiles([]tlog.Tile, [][]byte) {}
func (r record) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := r.get(path(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// Go names the height and calls entries "data"; c2sp.org/tlog-tiles leaves the height out and says "entries".
func path(tile tlog.Tile) string {
	return strings.Replace(strings.Replace(tile.Path(), "tile/8/", "tile/", 1), "tile/data/", "tile/entries/", 1)
}

func (r record) get(path string) ([]byte, error) {
	answer, err := http.Get(r.base + "/record/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != 200 {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

func main() {
	size, err := verify(record{os.Args[1]}, os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(size)
}

func verify(r record, key string) (int64, error) {
	tree, err := signed(r, key)
	if err != nil {
		return 0, err
	}
	hashes := tlog.TileHashReader(tree, r)
	for first := int64(0); first < tree.N; first += 256 {
		count := tree.N - first
		if count > 256 {
			count = 256
		}
		if err := bundle(r, hashes, first, count); err != nil {
			return 0, err
		}
	}
	for _, index := range []int64{0, tree.N - 1} {
		proof, err := tlog.ProveRecord(tree.N, index, hashes)
		if err != nil {
			return 0, err
		}
		entry, err := r.get("entries/" + strconv.FormatInt(index, 10))
		if err != nil {
			return 0, err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
			return 0, err
		}
	}
	return tree.N, nil
}

func signed(r record, key string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	text, err := r.get("checkpoint")
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, fmt.Errorf("no root hash: %v", err)
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

func bundle(r record, hashes tlog.HashReader, first, count int64) error {
	data, err := r.get(path(tlog.Tile{H: 8, L: -1, N: first / 256, W: int(count)}))
	if err != nil {
		return err
	}
	var indexes []int64
	for i := int64(0); i < count; i++ {
		indexes = append(indexes, tlog.StoredHashIndex(0, first+i))
	}
	leaves, err := hashes.ReadHashes(indexes)
	if err != nil {
		return err
	}
	rest := bytes.NewReader(data)
	for i, leaf := range leaves {
		var length uint16
		if err := binary.Read(rest, binary.BigEndian, &length); err != nil {
			return err
		}
		entry := make([]byte, length)
		if _, err := io.ReadFull(rest, entry); err != nil {
			return err
		}
		if tlog.RecordHash(entry) != leaf {
			return fmt.Errorf("entry %d is not what its tile says", first+int64(i))
		}
	}
	if rest.Len() != 0 {
		return fmt.Errorf("%d bytes too many after entry %d", rest.Len(), first+count-1)
	}
	return nil
}
